@NullMarked
package io.clientele.profile;

import org.jspecify.annotations.NullMarked;
