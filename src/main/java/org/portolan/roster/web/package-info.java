/** Pages and files of participants. */
package org.portolan.roster.web;
