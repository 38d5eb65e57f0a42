package io.clientele.profile.identity;

import java.util.Collection;
import java.util.Set;

/**
 * What is stored of the devices and nodes that a page is about.
 *
 * @param claims all claims on the page's devices
 * @param parts all parts of the page's homes and of its claimed devices
 * @param keys the keys that those parts hold
 * @param aliases all aliases from or to the page's users
 */
public record Known(
        Collection<Claim> claims, Collection<KnownPart> parts, Set<HeldKey> keys, Collection<Alias> aliases) {}
