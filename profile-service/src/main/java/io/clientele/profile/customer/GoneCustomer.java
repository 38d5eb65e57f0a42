package io.clientele.profile.customer;

import org.jspecify.annotations.Nullable;

/**
 * A customer that is no more.
 *
 * @param id its id, which may come back
 * @param version above every version that it had
 * @param into the customer that it is part of now; null if it was erased
 * @param before what definitions said of it last
 */
public record GoneCustomer(
        String id, long version, @Nullable String into, Evaluation before) {}
