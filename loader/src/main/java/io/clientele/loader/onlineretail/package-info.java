/** The invoice lines of the UCI Online Retail data. */
@NullMarked
package io.clientele.loader.onlineretail;

import org.jspecify.annotations.NullMarked;
