package io.clientele.profile.fold;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.consumer.PageByPage;
import io.clientele.consumer.ShardPage;
import io.clientele.database.Database;
import io.clientele.profile.counter.Counters;
import io.clientele.profile.customer.Customers;
import io.clientele.profile.portrait.PortraitRules;
import io.clientele.profile.trait.Traits;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Folds pages; see {@link PageByPage} for what becomes of those that fail. */
@ApplicationScoped
class Folding {

    private final Database database;
    private final FoldTools tools;
    private final PageByPage pages;

    Folding(
            Database database,
            Customers customers,
            Histories histories,
            Counters counters,
            PortraitRules rules,
            FoldConfig fold,
            IdentityConfig identity,
            FoldMeters meters) {
        this.database = database;
        this.pages = new PageByPage(event -> Traits.check(event.traits()), this::fold, meters);
        this.tools = new FoldTools(
                fold.consumer(),
                rules.facts().zone(),
                identity.mergingKeys(),
                customers,
                histories,
                counters,
                Infrastructure.getDefaultWorkerPool());
    }

    FoldTools tools() {
        return tools;
    }

    PageByPage pages() {
        return pages;
    }

    private Uni<Integer> fold(ShardPage page) {
        return fold(page, false).onFailure(NeedsExclusiveFold.class).recoverWithUni(() -> fold(page, true));
    }

    private Uni<Integer> fold(ShardPage page, boolean exclusive) {
        return database.inTransaction(transaction -> new FoldTransaction(transaction, page, tools, exclusive).run());
    }
}
