/** Fixtures for the tests of every service: tokens that it accepts, and the rules that its code keeps. */
@NullMarked
package io.clientele.edge.testing;

import org.jspecify.annotations.NullMarked;
