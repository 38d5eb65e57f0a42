/**
 * profile-service as campaigns need it: who a customer is and how to reach it, which segments there are, who enters and leaves
 * them. docs/internal-api.md describes what is called.
 */
@NullMarked
package io.clientele.campaign.audience;

import org.jspecify.annotations.NullMarked;
