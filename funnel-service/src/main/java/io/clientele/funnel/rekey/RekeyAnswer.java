package io.clientele.funnel.rekey;

import java.util.List;

/**
 * What one call did.
 *
 * @param runs of each run that was asked for, in the same order
 */
public record RekeyAnswer(List<RunAnswer> runs) {}
