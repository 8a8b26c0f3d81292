/** The database's schema and its migrations, and the moment at which both are ready. */
package org.portolan.platform.persistence;
