/**
 * What people search for, without anybody who searched: words counted by day, language and region,
 * readable once they were asked often enough. Editors see what is asked most, what finds nothing
 * and what nobody opens, and make a term, a request or a need of it. Owns asked_words and
 * asked_tally.
 */
package org.portolan.finding.asked;
