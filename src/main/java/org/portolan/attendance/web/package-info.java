/** The page of roll call, and what tablets send to it. */
package org.portolan.attendance.web;
