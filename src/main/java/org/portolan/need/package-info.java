/**
 * What people miss: practices that nobody wrote, training that nobody gives. Features above notice
 * it and raise a signal; Regional Offices and editors read them and say what becomes of them. Owns
 * need_signal.
 */
package org.portolan.need;
