package io.clientele.profile.identity;

/**
 * An identity key that events of a part brought.
 *
 * @param part the part
 * @param node whom the part belongs to
 * @param key the key
 */
public record HeldKey(PartKey part, String node, IdentityKey key) {}
