package io.clientele.campaign.template;

import java.util.List;

/** What came of reading a template. */
sealed interface Reading {

    /** It can be rendered. */
    record Read(Template template) implements Reading {}

    /** It is not taken. */
    record Refused(List<TemplateFailure> problems) implements Reading {}
}
