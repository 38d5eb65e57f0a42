package io.clientele.campaign.experiment;

/**
 * One of the messages that an experiment compares.
 *
 * @param name unique in its experiment
 * @param weight how many parts of the treated customers get it, 1 or more
 */
public record Arm(String name, int weight) {

    public Arm {
        if (weight < 1) {
            throw new IllegalArgumentException("the weight of " + name + " must be 1 or more, not " + weight);
        }
    }
}
