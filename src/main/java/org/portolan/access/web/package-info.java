/** The pages with which people sign in and look after their account. */
package org.portolan.access.web;
