/**
 * The indices that services share: their mappings and settings, their names and aliases, and the registry of their
 * fields. BI tools read the same indices, so a change here is a change of a published contract.
 */
@NullMarked
package io.clientele.contract.index;

import org.jspecify.annotations.NullMarked;
