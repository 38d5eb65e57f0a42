package io.clientele.profile.segment;

import org.eclipse.microprofile.graphql.Description;

/** What sentences are written in. */
@Description("What sentences are written in.")
public enum Language {
    @Description("English.")
    EN,

    @Description("Simplified Chinese.")
    ZH
}
