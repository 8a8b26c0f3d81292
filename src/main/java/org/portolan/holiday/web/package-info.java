/** The page on which the holidays of a Member are kept. */
package org.portolan.holiday.web;
