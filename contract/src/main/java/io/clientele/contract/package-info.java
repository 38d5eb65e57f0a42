/**
 * What the services share and must read identically: the stored {@linkplain io.clientele.contract.event event}, the
 * {@linkplain io.clientele.contract.index indices} it lies in, and the {@linkplain io.clientele.contract.condition
 * conditions} that are put to it. Free of frameworks: nothing here knows Quarkus or an Elasticsearch client.
 */
@NullMarked
package io.clientele.contract;

import org.jspecify.annotations.NullMarked;
