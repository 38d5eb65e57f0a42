package io.clientele.campaign.benefit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.campaign.benefit.terms.TermsJson;
import io.clientele.database.Database;
import io.clientele.database.Mutations;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Defines benefits, and finds them. */
@ApplicationScoped
public class Benefits {

    private static final int MOST_BENEFITS = 10_000;

    private final Database database;
    private final Mutations mutations;

    Benefits(Database database, Mutations mutations) {
        this.database = database;
        this.mutations = mutations;
    }

    /** Every benefit, by id. */
    Uni<List<StoredBenefit>> all() {
        return database.onConnection(BenefitStore::all);
    }

    /** Benefits by their ids, as far as there are such. */
    Uni<Map<String, StoredBenefit>> find(Collection<String> ids) {
        return database.onConnection(connection -> BenefitStore.find(connection, ids))
                .map(found -> found.stream().collect(Collectors.toMap(StoredBenefit::id, Function.identity())));
    }

    /** Defines a benefit; answers it as it then stands. */
    Uni<StoredBenefit> define(DefineBenefitInput input, String who) {
        return define(input, who, false);
    }

    /**
     * Defines a new benefit.
     *
     * @return fails with {@code BENEFIT_EXISTS} if the id is taken, unless by the same key
     */
    public Uni<StoredBenefit> create(DefineBenefitInput input, String who) {
        return define(input, who, true);
    }

    private Uni<StoredBenefit> define(DefineBenefitInput input, String who, boolean isNew) {
        BenefitDefinition definition = BenefitReading.read(input);
        return mutations
                .once(
                        input.key(),
                        "defineBenefit",
                        arguments(definition),
                        transaction -> BenefitStore.lockDefinitions(transaction)
                                .chain(() -> check(transaction, definition, isNew))
                                .chain(() -> BenefitStore.put(transaction, definition, who))
                                .replaceWith(definition.id()))
                .flatMap(id -> find(List.of(id))
                        .map(found -> Optional.ofNullable(found.get(id)).orElseThrow()));
    }

    private static List<String> arguments(BenefitDefinition definition) {
        return List.of(
                definition.id(),
                definition.name(),
                TermsJson.write(definition.terms()).toString(),
                String.valueOf(definition.stock()),
                String.valueOf(definition.budget()),
                Integer.toString(definition.perCustomerLimit()),
                definition.validity().toString(),
                String.valueOf(definition.code()));
    }

    private static Uni<Void> check(SqlConnection transaction, BenefitDefinition definition, boolean isNew) {
        return BenefitStore.lock(transaction, List.of(definition.id()))
                .flatMap(before -> before.isEmpty()
                        ? BenefitStore.count(transaction)
                                .invoke(Benefits::checkRoom)
                                .replaceWithVoid()
                        : Uni.createFrom().voidItem().invoke(() -> check(definition, before.getFirst(), isNew)))
                .chain(() -> checkCode(transaction, definition));
    }

    private static void checkRoom(long benefits) {
        if (benefits >= MOST_BENEFITS) {
            throw new BenefitFailure.TooManyBenefits("input.id", MOST_BENEFITS).exception();
        }
    }

    private static void check(BenefitDefinition definition, StoredBenefit before, boolean isNew) {
        if (isNew) {
            throw new BenefitFailure.BenefitExists("input.id").exception();
        }
        if (!before.terms().currency().equals(definition.terms().currency())) {
            throw new BenefitFailure.CurrencyChanged("input.currency").exception();
        }
        StoredBenefit.Tally tally = before.tally();
        if (definition.stock() != null && definition.stock() < tally.taken()) {
            throw new BenefitFailure.StockBelowTaken("input.stock", tally.taken()).exception();
        }
        if (definition.budget() != null && definition.budget() < tally.reserved() + tally.spent()) {
            throw new BenefitFailure.BudgetBelowCommitted("input.budget").exception();
        }
    }

    private static Uni<Void> checkCode(SqlConnection transaction, BenefitDefinition definition) {
        if (definition.code() == null) {
            return Uni.createFrom().voidItem();
        }
        return BenefitStore.ofCodes(transaction, List.of(CouponCode.compared(definition.code())))
                .invoke(holders -> holders.forEach(holder -> {
                    if (!holder.id().equals(definition.id())) {
                        throw new BenefitFailure.CodeTaken("input.code").exception();
                    }
                }))
                .replaceWithVoid();
    }
}
