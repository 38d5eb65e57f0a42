package io.clientele.profile.fold;

import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.Executor;

import io.clientele.profile.counter.Counters;
import io.clientele.profile.customer.Customers;
import io.clientele.profile.identity.KeyKind;

/**
 * What folding a page needs beside the page.
 *
 * @param consumer the name that the feed knows this service by
 * @param zone whose days the ledgers count by
 * @param merging the kinds of keys that join nodes
 * @param worker where sums are computed, off the threads that answer requests
 */
record FoldTools(
        String consumer,
        ZoneId zone,
        Set<KeyKind> merging,
        Customers customers,
        Histories histories,
        Counters counters,
        Executor worker) {}
