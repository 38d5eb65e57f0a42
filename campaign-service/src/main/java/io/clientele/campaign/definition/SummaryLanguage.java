package io.clientele.campaign.definition;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** The language of an explanation. */
@Enum("Language")
@Description("The language of an explanation.")
public enum SummaryLanguage {
    EN,
    ZH
}
