package org.portolan.administration;

import org.portolan.office.MandateSummary;

/**
 * A mandate on the page of its holder.
 *
 * @param open whether the reader may look at it
 */
public record HeldMandate(MandateSummary mandate, boolean open) {}
