package org.portolan.platform.forgetting;

import java.time.Instant;
import java.time.Period;

/**
 * One kind of record as those see it who look after how long records are kept.
 *
 * @param given whether the operator set the period
 * @param lookedAt when it was last looked through, or null
 * @param forgotten so many records, the last time
 * @param failed whether not all could be forgotten the last time
 */
public record KeptKind(
    String kind,
    RetentionPeriod period,
    boolean given,
    Period least,
    Instant lookedAt,
    int forgotten,
    boolean failed) {}
