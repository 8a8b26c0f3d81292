/** The settings of the running application, read once by MicroProfile Config. */
package org.portolan.platform.config;
