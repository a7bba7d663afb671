<#-- The switcher. Imports nothing but the layout and sentences, so that it renders in every login theme. -->
<#import "template.ftl" as layout>
<#import "org-switcher-sentences.ftl" as say>

<#-- What the page is about decides its title, which is the browser tab's too. -->
<#assign creationOnly = orgSwitcher.first && orgSwitcher.creation?? && !orgSwitcher.invitations?has_content && orgSwitcher.offerCount == 0 && !orgSwitcher.requests?has_content && !orgSwitcher.verifiable && !orgSwitcher.onlyDisabled??>
<#if !orgSwitcher.first>
    <#assign titleKey = "orgSwitcherTitle" introKey = "orgSwitcherIntro">
<#elseif orgSwitcher.invitations?has_content>
    <#assign titleKey = "orgSwitcherTitleFirst" introKey = "orgSwitcherIntroInvited">
<#elseif orgSwitcher.offerCount gt 0>
    <#assign titleKey = orgSwitcher.askingOnly?then("orgSwitcherTitleAsk", "orgSwitcherTitleFirst")
             introKey = orgSwitcher.askingOnly?then("orgSwitcherIntroAsk", "orgSwitcherIntroFirst")>
<#elseif creationOnly>
    <#assign titleKey = "orgSwitcherTitleCreate" introKey = "orgSwitcherIntroCreate">
<#else>
    <#assign titleKey = "orgSwitcherTitleNone">
    <#assign introKey = orgSwitcher.requests?has_content?then("orgSwitcherIntroRequested", orgSwitcher.verifiable?then("", orgSwitcher.onlyDisabled!"orgSwitcherIntroNone"))>
</#if>
<#global title = msg(titleKey) + " · " + title!>
<#-- Read out when the page has come, as a region of the page may not be. -->
<#if orgSwitcher.search.text?has_content>
    <#global title = (orgSwitcher.search.found gt 0)?then(msg("orgSwitcherSearchFound", orgSwitcher.search.found, orgSwitcher.search.total), say.literal("orgSwitcherSearchNone", orgSwitcher.search.text)) + " · " + title>
</#if>
<#list orgSwitcher.denials as denial><#global title = say.plain(msg(denial.sentence, "\n", denial.until), denial.organization.name) + " · " + title></#list>

<#-- An organization is needed, and there is none to choose. -->
<#assign stuck = !orgSwitcher.skippable && titleKey == "orgSwitcherTitleNone" && !orgSwitcher.creation??>

<#-- One button at most stands out: the most likely press. -->
<#assign likely = "">
<#if creationOnly>
    <#assign likely = "create">
<#elseif orgSwitcher.invitations?has_content>
    <#assign likely = "accept">
<#elseif orgSwitcher.first && orgSwitcher.offerCount == 1>
    <#assign likely = "offer">
<#elseif orgSwitcher.first && orgSwitcher.offerCount == 0 && orgSwitcher.verifiable>
    <#assign likely = "verify">
</#if>
<#function weight likeliest>
    <#return likeliest?then(properties.kcButtonPrimaryClass!"pf-m-primary", properties.kcButtonSecondaryClass!"pf-m-secondary")>
</#function>

<#-- The page names the account itself, with a link that needs no script; the layout need not do it once more. -->
<#function never><#return false></#function>
<#if auth??>
    <#global auth = auth + {"showUsername": never}>
</#if>

<#-- A refusal stands beside its field; one whose field is not on the page (any more) stands above the choices. -->
<#assign nameError = orgSwitcher.creation?? && messagesPerField.existsError("name")>
<#assign choiceError = "">
<#list ["accept", "decline", "continue", "join", "request", "skip", "verify", "name"] as field>
    <#if choiceError == "" && messagesPerField.existsError(field) && !(field == "name" && nameError)>
        <#assign choiceError = field>
    </#if>
</#list>

<#-- Binds a refusal to what it is about. -->
<#macro describedBy field><#if choiceError == field> aria-describedby="org-switcher-error"</#if></#macro>

<#macro tile organization>
    <span class="org-switcher-tile" style="--org-switcher-hue: ${organization.hue?c}" aria-hidden="true">${organization.initials}<#if organization.logo??><span class="org-switcher-logo"><img src="${organization.logo}" alt="" referrerpolicy="no-referrer" decoding="async"></span></#if></span>
</#macro>

<#-- Why one may trust an organization, or not. -->
<#macro details of>
    <#if of.proven || of.members?? || of.made>
        <span class="org-switcher-note org-switcher-details">
            <#if of.proven><span class="org-switcher-proven">${msg("orgSwitcherProvenDomain")}</span></#if>
            <#if of.members??><span>${msg("orgSwitcherMembers", of.members)}</span></#if>
            <#if of.made>
                <span>${msg("orgSwitcherMadeByColleague")}<#if of.maker??> (<bdi>${of.maker}</bdi>)</#if></span>
            </#if>
        </span>
    </#if>
</#macro>

<#macro name organization>
    <span class="org-switcher-name" title="${organization.name}" dir="auto">${organization.name}</span>
</#macro>

<#macro invitations>
    <div class="org-switcher-group">
        <h2 id="org-switcher-invitations" class="org-switcher-heading">${msg("orgSwitcherInvitations")}</h2>
        <ul class="org-switcher-list" role="list" aria-labelledby="org-switcher-invitations"<@describedBy "accept"/><@describedBy "decline"/>>
            <#list orgSwitcher.invitations as invitation>
                <#assign organization = invitation.organization>
                <li class="org-switcher-row">
                    <@tile organization/>
                    <span class="org-switcher-text">
                        <@name organization/>
                        <span class="org-switcher-note">${msg("orgSwitcherInvitationUntil", invitation.until)}</span>
                    </span>
                    <span class="org-switcher-answers">
                        <button type="submit" name="decline" value="${invitation.id}" id="org-switcher-decline-${organization.alias}"
                                class="org-switcher-link" aria-label="${say.literal("orgSwitcherDeclineNamed", organization.name)}">${msg("orgSwitcherDecline")}</button>
                        <button type="submit" name="accept" value="${invitation.id}" id="org-switcher-accept-${organization.alias}"
                                class="${properties.kcButtonClass!} ${weight(invitation?is_first)}"
                                aria-label="${say.literal("orgSwitcherJoinNamed", organization.name)}">${msg("orgSwitcherJoin")}</button>
                    </span>
                </li>
            </#list>
        </ul>
    </div>
</#macro>

<#-- Owned by forms of their own: Enter here searches, Enter in the name creates. -->
<#macro search>
    <div class="org-switcher-search">
        <label class="org-switcher-hidden" for="org-switcher-search">${msg("orgSwitcherSearch")}</label>
        <div class="org-switcher-line">
            <input type="search" class="org-switcher-input" id="org-switcher-search" name="search" maxlength="${orgSwitcher.search.maxLength?c}"
                   form="org-switcher-filter" value="${orgSwitcher.search.text}" placeholder="${msg("orgSwitcherSearch")}" autocomplete="off" dir="auto">
            <button type="submit" form="org-switcher-filter" id="org-switcher-search-submit"
                    class="${properties.kcButtonClass!} ${properties.kcButtonSecondaryClass!"pf-m-secondary"}">${msg("orgSwitcherSearchSubmit")}</button>
        </div>
        <#if orgSwitcher.search.text?has_content>
            <div class="org-switcher-line">
                <div class="org-switcher-note" id="org-switcher-found">
                    <#if orgSwitcher.search.found gt 0>
                        ${msg("orgSwitcherSearchFound", orgSwitcher.search.found, orgSwitcher.search.total)}
                    <#else>
                        <@say.around "orgSwitcherSearchNone" orgSwitcher.search.text/>
                    </#if>
                </div>
                <button type="submit" form="org-switcher-all" id="org-switcher-search-clear" class="org-switcher-link">${msg("orgSwitcherSearchClear")}</button>
            </div>
        </#if>
    </div>
</#macro>

<#-- Says how many there are where a list is cut. -->
<#macro beginning shown found>
    <#if shown lt found>
        <div class="org-switcher-note">${msg("orgSwitcherSearchCount", shown, found)}</div>
    </#if>
</#macro>

<#macro memberships>
    <div class="org-switcher-group">
        <h2 id="org-switcher-memberships" class="org-switcher-heading">${msg("orgSwitcherMemberships")}</h2>
        <@beginning orgSwitcher.memberships?size orgSwitcher.membershipsFound/>
        <ul class="org-switcher-list<#if orgSwitcher.search.shown> org-switcher-long</#if>" role="list"
            aria-labelledby="org-switcher-memberships"<@describedBy "continue"/>>
            <#list orgSwitcher.memberships as organization>
                <li>
                    <button type="submit" class="org-switcher-row" name="continue" value="${organization.id}"
                            id="org-switcher-continue-${organization.alias}"<#if organization.active> aria-current="true"</#if>>
                        <@tile organization/>
                        <span class="org-switcher-text">
                            <@name organization/>
                            <#if organization.active>
                                <span class="org-switcher-badge">${msg("orgSwitcherActive")}</span>
                            </#if>
                        </span>
                        <span class="org-switcher-arrow" aria-hidden="true"></span>
                    </button>
                </li>
            </#list>
        </ul>
    </div>
</#macro>

<#macro offers>
    <div class="org-switcher-group">
        <h2 id="org-switcher-offers" class="<#if orgSwitcher.first && !orgSwitcher.invitations?has_content>org-switcher-hidden<#else>org-switcher-heading</#if>">${msg("orgSwitcherOffers")}</h2>
        <@beginning orgSwitcher.offers?size orgSwitcher.offersFound/>
        <ul class="org-switcher-list<#if orgSwitcher.search.shown> org-switcher-long</#if>" role="list"
            aria-labelledby="org-switcher-offers"<@describedBy "join"/><@describedBy "request"/>>
            <#list orgSwitcher.offers as organization>
                <li class="org-switcher-row">
                    <@tile organization/>
                    <span class="org-switcher-text">
                        <@name organization/>
                        <span class="org-switcher-note"><@say.domain "orgSwitcherOfferDomain" organization.domain/></span>
                        <@details organization.details/>
                    </span>
                    <#assign action = organization.asking?then("request", "join")
                             label = organization.asking?then("orgSwitcherRequest", "orgSwitcherJoin")
                             named = organization.asking?then("orgSwitcherRequestNamed", "orgSwitcherJoinNamed")>
                    <button type="submit" name="${action}" value="${organization.id}" id="org-switcher-${action}-${organization.alias}"
                            class="${properties.kcButtonClass!} ${weight(likely == "offer")}"
                            aria-label="${say.literal(named, organization.name)}">${msg(label)}</button>
                </li>
            </#list>
        </ul>
    </div>
</#macro>

<#macro requests>
    <div class="org-switcher-group">
        <h2 id="org-switcher-requests" class="org-switcher-heading">${msg("orgSwitcherRequests")}</h2>
        <ul class="org-switcher-list" role="list" aria-labelledby="org-switcher-requests">
            <#list orgSwitcher.requests as organization>
                <li class="org-switcher-row" id="org-switcher-requested-${organization.alias}">
                    <@tile organization/>
                    <span class="org-switcher-text">
                        <@name organization/>
                        <span class="org-switcher-badge">${msg("orgSwitcherRequestPending")}</span>
                    </span>
                </li>
            </#list>
        </ul>
    </div>
</#macro>

<#-- Told once. -->
<#macro denials>
    <div class="org-switcher-notice">
        <#list orgSwitcher.denials as denial>
            <div class="org-switcher-notice-text" id="org-switcher-denied-${denial.organization.alias}"><@say.cut msg(denial.sentence, "\n", denial.until) denial.organization.name/></div>
        </#list>
    </div>
</#macro>

<#macro verification>
    <div class="org-switcher-notice">
        <div id="org-switcher-verify-notice" class="org-switcher-notice-text">${msg("orgSwitcherVerify")}</div>
        <button type="submit" name="verify" value="email" id="org-switcher-verify"
                class="${properties.kcButtonClass!} ${weight(likely == "verify")}"
                aria-describedby="org-switcher-verify-notice<#if choiceError == "verify"> org-switcher-error</#if>">${msg("orgSwitcherVerifySubmit")}</button>
    </div>
</#macro>

<#-- Folded behind a line where there is anything else. -->
<#macro creation>
    <#if creationOnly>
        <div class="org-switcher-group">
            <h2 class="org-switcher-hidden">${msg("orgSwitcherCreate")}</h2>
            <@newOrganization/>
        </div>
    <#else>
        <details class="org-switcher-fold" id="org-switcher-creation"<#if nameError || (orgSwitcher.creation.name)?has_content> open</#if>>
            <summary>${msg("orgSwitcherCreateFold")}</summary>
            <div class="org-switcher-group">
                <#if orgSwitcher.creation??>
                    <@newOrganization/>
                <#else>
                    <div class="org-switcher-note" id="org-switcher-creation-limit">${msg("orgSwitcherErrorCreationLimit", orgSwitcher.creationLimit)}</div>
                </#if>
            </div>
        </details>
    </#if>
</#macro>

<#macro newOrganization>
        <label class="org-switcher-label" for="org-switcher-name">${msg("orgSwitcherName")}</label>
        <input type="text" class="org-switcher-input" id="org-switcher-name" name="name" value="${orgSwitcher.creation.name}"
               maxlength="${orgSwitcher.creation.nameMaxLength?c}" autocomplete="organization" dir="auto"
               <#if nameError>aria-invalid="true" aria-describedby="org-switcher-name-error" autofocus</#if>>
        <#if nameError>
            <div class="org-switcher-error" id="org-switcher-name-error" role="alert">${messagesPerField.get("name")}</div>
        </#if>
        <#if orgSwitcher.creation.colleaguesDomain??>
            <label class="org-switcher-check" for="org-switcher-allow-colleagues">
                <input type="checkbox" id="org-switcher-allow-colleagues" name="allowColleagues" value="on"<#if orgSwitcher.creation.allowColleagues> checked</#if>>
                <span><@say.domain "orgSwitcherAllowColleagues" orgSwitcher.creation.colleaguesDomain/></span>
            </label>
        </#if>
        <button type="submit" name="create" value="true" id="org-switcher-create"
                class="${properties.kcButtonClass!} ${weight(likely == "create")} ${properties.kcButtonBlockClass!}">${msg("orgSwitcherCreateSubmit")}</button>
</#macro>

<#macro help>
    <#if orgSwitcherWaysOut.helpText??>
        <div class="org-switcher-notice" id="org-switcher-help"><bdi>${orgSwitcherWaysOut.helpText}</bdi></div>
    <#elseif orgSwitcherWaysOut.helpLink??>
        <div class="org-switcher-notice"><a id="org-switcher-help" href="${orgSwitcherWaysOut.helpLink}" rel="noreferrer">${msg("orgSwitcherHelp")}</a></div>
    </#if>
</#macro>

<#macro elsewhere>
    <button type="submit" form="org-switcher-all" id="org-switcher-check" class="org-switcher-link">${msg("orgSwitcherCheckAgain")}</button>
    <#if orgSwitcherWaysOut.signOut??>
        <a class="org-switcher-link" id="org-switcher-sign-out" href="${orgSwitcherWaysOut.signOut}">${msg("doLogout")}</a>
    <#else>
        <a class="org-switcher-link" id="org-switcher-other-account" href="${url.loginRestartFlowUrl}">${msg("orgSwitcherAnotherAccount")}</a>
    </#if>
</#macro>

<@layout.registrationLayout displayMessage=(choiceError == "" && !nameError); section>
    <#if section = "header">
        <span lang="${msg("orgSwitcherLanguage")}" dir="${msg("orgSwitcherDirection")}">${msg(titleKey)}</span>
    <#elseif section = "form">
        <link rel="stylesheet" href="${url.resourcesPath}/css/org-switcher.css">
        <div class="org-switcher" lang="${msg("orgSwitcherLanguage")}" dir="${msg("orgSwitcherDirection")}">
            <div class="org-switcher-account">
                <span><@say.around "orgSwitcherSignedInAs" orgSwitcher.account/></span>
                <a id="org-switcher-restart" href="${orgSwitcherWaysOut.signOut!url.loginRestartFlowUrl}">${msg("orgSwitcherRestart")}</a>
            </div>

            <#if (client.name)?has_content>
                <div class="org-switcher-note org-switcher-application" id="org-switcher-application"><@say.around "orgSwitcherContinueTo" advancedMsg(client.name)/></div>
            </#if>

            <#if choiceError != "">
                <div id="org-switcher-error" role="alert" class="alert-error ${properties.kcAlertClass!} pf-m-danger">
                    <div class="${properties.kcAlertIconClass!"pf-c-alert__icon"}"><span class="${properties.kcFeedbackErrorIcon!}" aria-hidden="true"></span></div>
                    <span class="${properties.kcAlertTitleClass!} kc-feedback-text">${messagesPerField.get(choiceError)}</span>
                </div>
            </#if>

            <#if introKey != "">
                <div class="org-switcher-intro">${msg(introKey)}</div>
            </#if>
            <#if orgSwitcher.askedFor??>
                <#if orgSwitcher.askedFor.here()>
                    <div class="org-switcher-note" id="org-switcher-asked"><@say.around "orgSwitcherAskedForHere" orgSwitcher.askedFor.text()/></div>
                <#else>
                    <div class="org-switcher-note" id="org-switcher-asked-for"><@say.around "orgSwitcherAskedFor" orgSwitcher.askedFor.text()/></div>
                </#if>
            </#if>

            <#if orgSwitcher.denials?has_content><@denials/></#if>

            <#if orgSwitcher.search.shown>
                <form id="org-switcher-filter" action="${url.loginAction}" method="post"></form>
            </#if>
            <#if orgSwitcher.search.shown || stuck>
                <form id="org-switcher-all" action="${url.loginAction}" method="post"><input type="hidden" name="search" value=""></form>
            </#if>
            <#if orgSwitcherWaysOut.keptId??>
                <form id="org-switcher-keeping" action="${url.loginAction}" method="post"><input type="hidden" name="continue" value="${orgSwitcherWaysOut.keptId}"></form>
            </#if>
            <form id="org-switcher" class="org-switcher-form" action="${url.loginAction}" method="post" novalidate>
                <#if orgSwitcher.creation??>
                    <#-- Enter in a text field presses the form's first button: it must not be somebody's organization. -->
                    <button type="submit" class="org-switcher-hidden" name="create" value="true" tabindex="-1" aria-hidden="true"></button>
                </#if>
                <#if orgSwitcher.search.text?has_content>
                    <input type="hidden" name="search" value="${orgSwitcher.search.text}">
                </#if>
                <#if orgSwitcher.invitations?has_content><@invitations/></#if>
                <#if orgSwitcher.search.shown><@search/></#if>
                <#-- What the application asked for stands first. -->
                <#assign offersFirst = orgSwitcher.askedFor?? && orgSwitcher.askedFor.offered()>
                <#if offersFirst && orgSwitcher.offers?has_content><@offers/></#if>
                <#if orgSwitcher.memberships?has_content><@memberships/></#if>
                <#if !offersFirst && orgSwitcher.offers?has_content><@offers/></#if>
                <#if orgSwitcher.requests?has_content><@requests/></#if>
                <#if orgSwitcher.verifiable><@verification/></#if>
                <#if orgSwitcher.creation?? || orgSwitcher.creationLimit??><@creation/></#if>
                <#if stuck><@help/></#if>
                <#if orgSwitcher.skippable || stuck || isAppInitiatedAction?? || orgSwitcherAccountUrl?? || orgSwitcherWaysOut.keptId??>
                    <div class="org-switcher-way-out">
                        <#if stuck><@elsewhere/></#if>
                        <#if orgSwitcherWaysOut.keptId?? && !isAppInitiatedAction??>
                            <button type="submit" form="org-switcher-keeping" id="org-switcher-keep" class="org-switcher-link"><@say.around "orgSwitcherKeep" orgSwitcherWaysOut.keptName/></button>
                        </#if>
                        <#if isAppInitiatedAction??>
                            <button type="submit" name="cancel-aia" value="true" id="org-switcher-cancel" class="org-switcher-link"><#if orgSwitcherWaysOut.keptName??><@say.around "orgSwitcherKeep" orgSwitcherWaysOut.keptName/><#else>${msg("doCancel")}</#if></button>
                        </#if>
                        <#if orgSwitcher.skippable>
                            <button type="submit" name="skip" value="true" id="org-switcher-skip" class="org-switcher-link"<@describedBy "skip"/>>${msg("orgSwitcherSkip")}</button>
                        </#if>
                        <#if orgSwitcherAccountUrl??>
                            <a class="org-switcher-link" id="org-switcher-account" href="${orgSwitcherAccountUrl}">${msg("orgSwitcherAccountLink")}</a>
                        </#if>
                    </div>
                </#if>
            </form>
        </div>
    </#if>
</@layout.registrationLayout>
