/** Tags: short texts that a customer is known by. Composite tags are computed from where it lives, what it prefers and what it spends. */
@NullMarked
package io.clientele.profile.tag;

import org.jspecify.annotations.NullMarked;
