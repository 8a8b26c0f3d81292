package org.portolan.office;

import java.time.LocalDate;
import org.portolan.platform.security.Scope;

/**
 * An office that somebody holds now, or may look into still.
 *
 * @param until its last day, or null
 * @param deputyOf name of the one they stand in for, or null
 * @param readOnly true when it was handed over
 */
public record HeldOffice(
    Office office, Scope scope, LocalDate until, String deputyOf, boolean readOnly) {}
