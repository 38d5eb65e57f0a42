package io.clientele.profile.facts;

import java.time.ZoneId;
import java.util.List;

/**
 * How facts are counted. Days are business days: calendar days of {@code zone}; the last d days are today and the d − 1 before it.
 *
 * @param zone the shop's, the same as the ledger's
 * @param currency the shop's main currency; amounts in others are told apart and never added to it
 * @param yearDays the days of recency, frequency and monetary value (365), 1 to 3,650
 * @param monthDays the days that count as a month (30)
 * @param quarterDays the days that count as a quarter (90)
 * @param visitDays the days within which visits are counted together (3)
 * @param dwellDays the days of which dwell is compared with as many before (30)
 * @param orderValueDays the days whose mean order value is compared with the rest of the year's before (90)
 * @param netOfRefunds whether refunds are taken off monetary value; by default not, so that it is what the customer was ready to spend
 * @param logins the events that are a login; a customer who never had one is judged by visits
 */
public record FactsRules(
        ZoneId zone,
        String currency,
        int yearDays,
        int monthDays,
        int quarterDays,
        int visitDays,
        int dwellDays,
        int orderValueDays,
        boolean netOfRefunds,
        List<String> logins) {

    public FactsRules {
        check("yearDays", yearDays);
        check("monthDays", monthDays);
        check("quarterDays", quarterDays);
        check("visitDays", visitDays);
        check("dwellDays", 2 * dwellDays);
        check("orderValueDays", orderValueDays);
        if (orderValueDays >= yearDays) {
            throw new IllegalArgumentException("orderValueDays is not below yearDays");
        }
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("currency is not three capital letters");
        }
        logins = List.copyOf(logins);
    }

    /** The defaults, in a zone and a currency. */
    public static FactsRules of(ZoneId zone, String currency) {
        return new FactsRules(
                zone, currency, 365, 30, 90, 3, 30, 90, false, List.of("Signed In", "Signed Up", "Login"));
    }

    private static void check(String name, int days) {
        if (days < 1 || days > Days.HORIZON) {
            throw new IllegalArgumentException(name + " is not between 1 and " + Days.HORIZON + " days");
        }
    }
}
