package io.clientele.campaign.benefit;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.clientele.campaign.benefit.terms.Terms;
import io.clientele.campaign.benefit.terms.TermsJson;
import io.clientele.campaign.benefit.terms.Validity;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The tables of benefits; all their statements but those that count coupons and redemptions. */
final class BenefitStore {

    private static final JsonMapper JSON = new JsonMapper();

    private BenefitStore() {}

    /** Every benefit, by id. */
    static Uni<List<StoredBenefit>> all(SqlClient client) {
        return client.preparedQuery("SELECT * FROM benefit ORDER BY id")
                .execute()
                .map(BenefitStore::benefits);
    }

    /** Benefits by their ids, in the order of the ids. */
    static Uni<List<StoredBenefit>> find(SqlClient client, Collection<String> ids) {
        return client.preparedQuery("SELECT * FROM benefit WHERE id = ANY($1) ORDER BY id")
                .execute(Tuple.of(ids.toArray(String[]::new)))
                .map(BenefitStore::benefits);
    }

    /** The benefits whose own codes these are. */
    static Uni<List<StoredBenefit>> ofCodes(SqlClient client, Collection<String> compared) {
        return client.preparedQuery("SELECT * FROM benefit WHERE code_compared = ANY($1)")
                .execute(Tuple.of(compared.toArray(String[]::new)))
                .map(BenefitStore::benefits);
    }

    static Uni<Long> count(SqlClient client) {
        return client.preparedQuery("SELECT count(*) FROM benefit")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** Lets one definition at a time be written, until the transaction ends; coupons go on meanwhile. */
    static Uni<Void> lockDefinitions(SqlConnection transaction) {
        return transaction
                .query("LOCK TABLE benefit_version IN SHARE ROW EXCLUSIVE MODE")
                .execute()
                .replaceWithVoid();
    }

    /** Stores a definition, with the next version, and keeps it as a version. */
    static Uni<Void> put(SqlConnection transaction, BenefitDefinition definition, String who) {
        Duration validFor = definition.validity().validFor();
        Instant validUntil = definition.validity().validUntil();
        String code = definition.code();
        return transaction
                .preparedQuery("""
                        WITH stored AS (
                            INSERT INTO benefit (id, name, version, terms, currency, stock, budget_millionths,
                                per_customer_limit, valid_for, valid_until, code, code_compared, changed_by)
                            VALUES ($1, $2, 1, $3::text::jsonb, $4, $5, $6, $7, $8, $9, $10, $11, $12)
                            ON CONFLICT (id) DO UPDATE SET name = excluded.name, version = benefit.version + 1,
                                terms = excluded.terms, stock = excluded.stock,
                                budget_millionths = excluded.budget_millionths,
                                per_customer_limit = excluded.per_customer_limit, valid_for = excluded.valid_for,
                                valid_until = excluded.valid_until, code = excluded.code,
                                code_compared = excluded.code_compared, changed_at = now(), changed_by = excluded.changed_by
                            RETURNING *)
                        INSERT INTO benefit_version (benefit_id, version, definition, changed_at, changed_by)
                        SELECT id, version, jsonb_build_object('name', name, 'terms', terms, 'stock', stock,
                            'budgetMillionths', budget_millionths, 'perCustomerLimit', per_customer_limit,
                            'validFor', valid_for, 'validUntil', valid_until, 'code', code), changed_at, changed_by
                        FROM stored""")
                .execute(Tuple.from(new Object[] {
                    definition.id(),
                    definition.name(),
                    TermsJson.write(definition.terms()).toString(),
                    definition.terms().currency(),
                    definition.stock(),
                    definition.budget(),
                    definition.perCustomerLimit(),
                    validFor == null ? null : validFor.toString(),
                    validUntil == null ? null : validUntil.atOffset(ZoneOffset.UTC),
                    code,
                    code == null ? null : CouponCode.compared(code),
                    who
                }))
                .replaceWithVoid();
    }

    /** Changes the counters of benefits that are locked; each benefit is changed once. */
    static Uni<Void> change(SqlConnection transaction, Collection<TallyChange> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery("""
                        UPDATE benefit SET taken = taken + given.more_taken,
                            reserved_millionths = reserved_millionths + given.reserved,
                            spent_millionths = spent_millionths + given.spent,
                            redeemed = redeemed + given.more_redeemed
                        FROM unnest($1::text[], $2::integer[], $3::bigint[], $4::bigint[], $5::integer[])
                            AS given (id, more_taken, reserved, spent, more_redeemed)
                        WHERE benefit.id = given.id""")
                .execute(Tuple.of(
                        changes.stream().map(TallyChange::benefitId).toArray(String[]::new),
                        changes.stream().map(TallyChange::taken).toArray(Integer[]::new),
                        changes.stream().map(TallyChange::reserved).toArray(Long[]::new),
                        changes.stream().map(TallyChange::spent).toArray(Long[]::new),
                        changes.stream().map(TallyChange::redeemed).toArray(Integer[]::new)))
                .replaceWithVoid();
    }

    /** Locks benefits, in the order of their ids, until the transaction ends. */
    static Uni<List<StoredBenefit>> lock(SqlConnection transaction, Collection<String> ids) {
        return transaction
                .preparedQuery("SELECT * FROM benefit WHERE id = ANY($1) ORDER BY id FOR UPDATE")
                .execute(Tuple.of(ids.toArray(String[]::new)))
                .map(BenefitStore::benefits);
    }

    private static List<StoredBenefit> benefits(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(BenefitStore::benefit)
                .toList();
    }

    private static StoredBenefit benefit(Row row) {
        String validFor = row.getString("valid_for");
        return new StoredBenefit(
                row.getString("id"),
                row.getString("name"),
                row.getInteger("version"),
                terms(row),
                row.getInteger("stock"),
                row.getLong("budget_millionths"),
                row.getInteger("per_customer_limit"),
                new Validity(validFor == null ? null : Duration.parse(validFor), instant(row, "valid_until")),
                row.getString("code"),
                new StoredBenefit.Tally(
                        row.getInteger("taken"),
                        row.getLong("reserved_millionths"),
                        row.getLong("spent_millionths"),
                        row.getLong("issued"),
                        row.getLong("redeemed")),
                row.getOffsetDateTime("changed_at").toInstant(),
                row.getString("changed_by"));
    }

    /** The terms in the column of that name. */
    static Terms terms(Row row) {
        try {
            return TermsJson.read(JSON.readTree(row.getJsonObject("terms").encode()));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("stored terms are no JSON", broken);
        }
    }

    static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime stored = row.getOffsetDateTime(column);
        return stored == null ? null : stored.toInstant();
    }
}
