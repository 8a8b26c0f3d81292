/**
 * The first page: what this is, the three doors, what comes next. Shows many features, owns none.
 */
package org.portolan.home;
