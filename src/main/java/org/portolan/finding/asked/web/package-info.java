/** The desk of searches, and what notices that a hit was opened. */
package org.portolan.finding.asked.web;
