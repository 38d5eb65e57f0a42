package io.clientele.profile.tag;

import org.eclipse.microprofile.graphql.Description;

/** How customers come to a tag. */
@Description("How customers come to a tag.")
public enum TagKind {
    @Description("By addTag and removeTag.")
    MANUAL,

    @Description("By a condition, as long as it holds.")
    RULE
}
