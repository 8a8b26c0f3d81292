/**
 * What makes a finding of the radar: rules that look at an immutable picture of a region in a
 * training year and know no database. Each kind, its thresholds and how it avoids false alarms is
 * told in {@code src/docs/radar.md}.
 */
package org.portolan.radar.rules;
