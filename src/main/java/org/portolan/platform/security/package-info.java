/** Who is asking and what for which scope they may do; one authentication mechanism. */
package org.portolan.platform.security;
