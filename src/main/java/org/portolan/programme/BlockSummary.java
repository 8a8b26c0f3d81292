package org.portolan.programme;

import org.portolan.calendar.BlockedTime;

/** Days on which a centre cannot hold sessions, as a list shows them. */
public record BlockSummary(long id, String centreCode, BlockedTime time) {}
