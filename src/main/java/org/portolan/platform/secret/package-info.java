/** What the database keeps and whoever reads the database must not learn. */
package org.portolan.platform.secret;
