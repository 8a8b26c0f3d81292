package org.portolan.office;

import java.time.LocalDate;
import org.portolan.platform.security.Scope;

/**
 * What somebody fills in to appoint a person.
 *
 * @param email of the account of the person who is appointed
 * @param to the last day, or null
 * @param deputyFor the mandate whose holder they stand in for, or null
 */
public record Appointment(
    Office office, Scope scope, String email, LocalDate from, LocalDate to, Long deputyFor) {}
