/** The search page, the search resource and the suggestions under the search box. */
package org.portolan.finding.web;
