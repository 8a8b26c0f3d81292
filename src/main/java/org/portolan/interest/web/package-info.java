/** Pages of interest in sessions without days. */
package org.portolan.interest.web;
