package io.clientele.profile.fold;

import java.util.Set;

import io.clientele.profile.identity.KeyKind;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who is whom. */
@ConfigMapping(prefix = "clientele.identity")
interface IdentityConfig {

    /** The kinds of identity keys by which two nodes are one customer. Changing them asks for a rebuild. */
    @WithDefault("email,phone,open_id,union_id")
    Set<KeyKind> mergingKeys();
}
