package io.clientele.campaign.template;

import liqp.nodes.LNode;

/** A template that was read and can be rendered, by any number of threads at once. */
final class Template {

    private final LNode node;

    Template(LNode node) {
        this.node = node;
    }

    LNode node() {
        return node;
    }
}
