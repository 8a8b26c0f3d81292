/**
 * Starts Portolan in one JVM: the embedded database (unless an address of another is given), then
 * Payara Micro with the web application. Lives in its own jar beside the server, uses nothing of
 * the application and nothing but the JDK and the server's own API, because its class path is
 * visible to the application.
 */
package org.portolan.launcher;
