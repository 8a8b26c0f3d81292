/** The address at which other libraries ask. */
package org.portolan.harvest.web;
