package io.clientele.profile.value;

/**
 * Scores from 1 to 5, the best being 5, of recency, frequency and monetary value among the customers with an order within the
 * year.
 */
public record RfmScores(int recency, int frequency, int monetary) {

    public RfmScores {
        check(recency);
        check(frequency);
        check(monetary);
    }

    /** The three digits, such as {@code 545}. */
    public String code() {
        return "" + recency + frequency + monetary;
    }

    private static void check(int score) {
        if (score < 1 || score > 5) {
            throw new IllegalArgumentException("A score is not between 1 and 5: " + score);
        }
    }
}
