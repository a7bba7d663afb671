<#-- "Your organizations", at its own address or within a login. Imports nothing but the layout and sentences, and needs no script. -->
<#import "template.ftl" as layout>
<#import "org-switcher-sentences.ftl" as say>

<#assign page = orgSwitcherAccount>
<#global title = msg("orgSwitcherMemberships") + " · " + title!>
<#-- Read out when the page has come, as a region of the page may not be. -->
<#if message?? && message.type == "success"><#global title = message.summary + " · " + title></#if>
<#if page.search.text?has_content>
    <#global title = (page.search.found gt 0)?then(msg("orgSwitcherSearchFound", page.search.found, page.search.total), say.literal("orgSwitcherSearchNone", page.search.text)) + " · " + title>
</#if>

<#-- The page names the account itself. -->
<#function never><#return false></#function>
<#if auth??>
    <#global auth = auth + {"showUsername": never}>
</#if>

<#-- A refusal stands beside its field; all others stand above the lists. -->
<#assign nameError = page.creation?? && messagesPerField.existsError("name")>
<#assign choiceError = "">
<#list ["continue", "accept", "decline", "join", "request", "leave", "withdraw", "name"] as field>
    <#if choiceError == "" && messagesPerField.existsError(field) && !(field == "name" && nameError)>
        <#assign choiceError = field>
    </#if>
</#list>

<#macro tile organization>
    <span class="org-switcher-tile" style="--org-switcher-hue: ${organization.hue?c}" aria-hidden="true">${organization.initials}<#if organization.logo??><span class="org-switcher-logo"><img src="${organization.logo}" alt="" referrerpolicy="no-referrer" decoding="async"></span></#if></span>
</#macro>

<#macro organization row>
    <@tile row.organization/>
    <span class="org-switcher-text">
        <span class="org-switcher-name" title="${row.organization.name}" dir="auto">${row.organization.name}</span>
        <#if row.active><span class="org-switcher-badge">${msg("orgSwitcherActive")}</span></#if>
        <#if row.note??><span class="org-switcher-note"><@say.domain row.note row.domain row.date/></span></#if>
    </span>
</#macro>

<#macro press action row label named>
    <button type="submit" name="${action}" value="${row.organization.id}" id="org-switcher-${action}-${row.organization.alias}"
            class="${properties.kcButtonClass!} ${properties.kcButtonSecondaryClass!"pf-m-secondary"}"
            aria-label="${say.literal(named, row.organization.name)}">${msg(label)}</button>
</#macro>

<#macro help>
    <#if orgSwitcherWaysOut.helpText??>
        <div class="org-switcher-notice" id="org-switcher-help"><bdi>${orgSwitcherWaysOut.helpText}</bdi></div>
    <#elseif orgSwitcherWaysOut.helpLink??>
        <div class="org-switcher-notice"><a id="org-switcher-help" href="${orgSwitcherWaysOut.helpLink}" rel="noreferrer">${msg("orgSwitcherHelp")}</a></div>
    </#if>
</#macro>

<#-- Owned by forms of their own: Enter here searches, Enter in the name creates. -->
<#macro search>
    <div class="org-switcher-search">
        <label class="org-switcher-hidden" for="org-switcher-search">${msg("orgSwitcherSearch")}</label>
        <div class="org-switcher-line">
            <input type="search" class="org-switcher-input" id="org-switcher-search" name="search" maxlength="${page.search.maxLength?c}"
                   form="org-switcher-filter" value="${page.search.text}" placeholder="${msg("orgSwitcherSearch")}" autocomplete="off" dir="auto">
            <button type="submit" form="org-switcher-filter" id="org-switcher-search-submit"
                    class="${properties.kcButtonClass!} ${properties.kcButtonSecondaryClass!"pf-m-secondary"}">${msg("orgSwitcherSearchSubmit")}</button>
        </div>
        <#if page.search.text?has_content>
            <div class="org-switcher-line">
                <div class="org-switcher-note" id="org-switcher-found">
                    <#if page.search.found gt 0>
                        ${msg("orgSwitcherSearchFound", page.search.found, page.search.total)}
                    <#else>
                        <@say.around "orgSwitcherSearchNone" page.search.text/>
                    </#if>
                </div>
                <button type="submit" form="org-switcher-all" id="org-switcher-search-clear" class="org-switcher-link">${msg("orgSwitcherSearchClear")}</button>
            </div>
        </#if>
    </div>
</#macro>

<#macro filter id>
    <form id="${id}" action="${page.action!url.loginAction}" method="post">
        <#if page.token??><input type="hidden" name="token" value="${page.token}"></#if>
        <#nested>
    </form>
</#macro>

<#-- Says how many there are where a list is cut; 0 for a list that never is. -->
<#macro group id heading rows found=0 presses=true>
    <div class="org-switcher-group">
        <h2 id="org-switcher-${id}" class="org-switcher-heading">${msg(heading)}</h2>
        <#if rows?size lt found><div class="org-switcher-note">${msg("orgSwitcherSearchCount", rows?size, found)}</div></#if>
        <ul class="org-switcher-list" role="list" aria-labelledby="org-switcher-${id}">
            <#list rows as row>
                <li class="org-switcher-row" id="org-switcher-${id}-${row.organization.alias}">
                    <@organization row/>
                    <#if presses><span class="org-switcher-answers"><#nested row></span></#if>
                </li>
            </#list>
        </ul>
    </div>
</#macro>

<#macro invitations>
    <div class="org-switcher-group">
        <h2 id="org-switcher-invitations" class="org-switcher-heading">${msg("orgSwitcherInvitations")}</h2>
        <ul class="org-switcher-list" role="list" aria-labelledby="org-switcher-invitations">
            <#list page.invitations as invitation>
                <#assign invited = invitation.organization>
                <li class="org-switcher-row">
                    <@tile invited/>
                    <span class="org-switcher-text">
                        <span class="org-switcher-name" title="${invited.name}" dir="auto">${invited.name}</span>
                        <span class="org-switcher-note">${msg("orgSwitcherInvitationUntil", invitation.until)}</span>
                    </span>
                    <span class="org-switcher-answers">
                        <button type="submit" name="decline" value="${invitation.id}" id="org-switcher-decline-${invited.alias}"
                                class="org-switcher-link" aria-label="${say.literal("orgSwitcherDeclineNamed", invited.name)}">${msg("orgSwitcherDecline")}</button>
                        <button type="submit" name="accept" value="${invitation.id}" id="org-switcher-accept-${invited.alias}"
                                class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!"pf-m-primary"}"
                                aria-label="${say.literal("orgSwitcherJoinNamed", invited.name)}">${msg("orgSwitcherJoin")}</button>
                    </span>
                </li>
            </#list>
        </ul>
    </div>
</#macro>

<#macro creation>
    <div class="org-switcher-group">
        <h2 class="org-switcher-heading">${msg("orgSwitcherCreate")}</h2>
        <label class="org-switcher-label" for="org-switcher-name">${msg("orgSwitcherName")}</label>
        <input type="text" class="org-switcher-input" id="org-switcher-name" name="name" value="${page.creation.name}"
               maxlength="${page.creation.nameMaxLength?c}" autocomplete="organization" dir="auto"
               <#if nameError>aria-invalid="true" aria-describedby="org-switcher-name-error" autofocus</#if>>
        <#if nameError>
            <div class="org-switcher-error" id="org-switcher-name-error" role="alert">${messagesPerField.get("name")}</div>
        </#if>
        <#if page.creation.colleaguesDomain??>
            <label class="org-switcher-check" for="org-switcher-allow-colleagues">
                <input type="checkbox" id="org-switcher-allow-colleagues" name="allowColleagues" value="on"<#if page.creation.allowColleagues> checked</#if>>
                <span><@say.domain "orgSwitcherAllowColleagues" page.creation.colleaguesDomain/></span>
            </label>
        </#if>
        <button type="submit" name="create" value="true" id="org-switcher-create"
                class="${properties.kcButtonClass!} ${properties.kcButtonSecondaryClass!"pf-m-secondary"} ${properties.kcButtonBlockClass!}">${msg("orgSwitcherCreateSubmit")}</button>
    </div>
</#macro>

<@layout.registrationLayout displayMessage=(choiceError == "" && !nameError); section>
    <#if section = "header">
        <span lang="${msg("orgSwitcherLanguage")}" dir="${msg("orgSwitcherDirection")}">${msg("orgSwitcherMemberships")}</span>
    <#elseif section = "form">
        <link rel="stylesheet" href="${url.resourcesPath}/css/org-switcher.css">
        <div class="org-switcher" lang="${msg("orgSwitcherLanguage")}" dir="${msg("orgSwitcherDirection")}">
            <div class="org-switcher-account">
                <span><@say.around "orgSwitcherSignedInAs" page.account/></span>
                <#if page.logout??><a id="org-switcher-logout" href="${page.logout}">${msg("orgSwitcherRestart")}</a></#if>
            </div>
            <#if choiceError != "">
                <div id="org-switcher-error" role="alert" class="alert-error ${properties.kcAlertClass!} pf-m-danger">
                    <div class="${properties.kcAlertIconClass!"pf-c-alert__icon"}"><span class="${properties.kcFeedbackErrorIcon!}" aria-hidden="true"></span></div>
                    <span class="${properties.kcAlertTitleClass!} kc-feedback-text">${messagesPerField.get(choiceError)}</span>
                </div>
            </#if>
            <#if page.search.shown>
                <@filter "org-switcher-filter"></@filter>
                <@filter "org-switcher-all"><input type="hidden" name="search" value=""></@filter>
            </#if>
            <form id="org-switcher-account" class="org-switcher-form" action="${page.action!url.loginAction}" method="post" novalidate>
                <#if page.creation??>
                    <#-- Enter in the text field presses the form's first button: it must not be somebody's organization. -->
                    <button type="submit" class="org-switcher-hidden" name="create" value="true" tabindex="-1" aria-hidden="true"></button>
                </#if>
                <#if page.token??><input type="hidden" name="token" value="${page.token}"></#if>
                <#if page.search.text?has_content><input type="hidden" name="search" value="${page.search.text}"></#if>
                <#if page.invitations?has_content><@invitations/></#if>
                <#if page.search.shown><@search/></#if>
                <#if page.memberships?has_content>
                    <@group "memberships" "orgSwitcherMemberships" page.memberships page.membershipsFound; row>
                        <#if row.manage??>
                            <a id="org-switcher-manage-${row.organization.alias}" class="org-switcher-link" href="${row.manage}"
                               aria-label="${say.literal("orgSwitcherManageNamed", row.organization.name)}">${msg("orgSwitcherManage")}</a>
                        </#if>
                        <#if !row.active><@press "continue" row "orgSwitcherAccountSwitch" "orgSwitcherAccountSwitchNamed"/></#if>
                        <#-- Nobody leaves by one press. -->
                        <details class="org-switcher-confirm">
                            <summary id="org-switcher-leaving-${row.organization.alias}"><span aria-hidden="true">${msg("orgSwitcherAccountLeave")}</span><span class="org-switcher-hidden">${say.literal("orgSwitcherAccountLeaveNamed", row.organization.name)}</span></summary>
                            <@press "leave" row "orgSwitcherAccountLeave" "orgSwitcherAccountLeaveNamed"/>
                        </details>
                    </@group>
                <#elseif page.onlyDisabled??>
                    <div class="org-switcher-intro">${msg(page.onlyDisabled)}</div>
                    <@help/>
                <#elseif page.nowhere>
                    <div class="org-switcher-intro">${msg("orgSwitcherAccountNone")}</div>
                </#if>
                <#if page.requests?has_content>
                    <@group "requests" "orgSwitcherRequests" page.requests; row>
                        <@press "withdraw" row "orgSwitcherAccountTakeBack" "orgSwitcherAccountTakeBackNamed"/>
                    </@group>
                </#if>
                <#if page.denials?has_content>
                    <@group id="denials" heading="orgSwitcherAccountDenials" rows=page.denials presses=false></@group>
                </#if>
                <#if page.offers?has_content>
                    <@group "offers" "orgSwitcherOffers" page.offers page.offersFound; row>
                        <#if row.asking>
                            <@press "request" row "orgSwitcherRequest" "orgSwitcherRequestNamed"/>
                        <#else>
                            <@press "join" row "orgSwitcherJoin" "orgSwitcherJoinNamed"/>
                        </#if>
                    </@group>
                </#if>
                <#if page.creation??>
                    <@creation/>
                <#elseif page.creationLimit??>
                    <div class="org-switcher-group">
                        <h2 class="org-switcher-heading">${msg("orgSwitcherCreate")}</h2>
                        <div class="org-switcher-note" id="org-switcher-creation-limit">${msg("orgSwitcherErrorCreationLimit", page.creationLimit)}</div>
                    </div>
                </#if>
                <#if !page.action??>
                    <div class="org-switcher-way-out">
                        <button type="submit" name="done" value="true" id="org-switcher-done" class="org-switcher-link">${msg("orgSwitcherAccountDone")}</button>
                    </div>
                </#if>
            </form>
        </div>
    </#if>
</@layout.registrationLayout>
