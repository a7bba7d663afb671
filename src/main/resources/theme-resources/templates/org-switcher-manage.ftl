<#-- One organization for those who manage it, at its own address or within a login. Imports nothing but the layout and sentences, and needs no script. -->
<#import "template.ftl" as layout>
<#import "org-switcher-sentences.ftl" as say>

<#assign page = orgSwitcherManage>
<#assign heading = say.literal("orgSwitcherManageNamed", page.organization)>
<#global title = heading + " · " + title!>
<#list page.views?filter(view -> view.current()) as view><#global title = msg(view.label()) + " · " + title></#list>
<#-- Read out when the page has come, as a region of the page may not be. -->
<#if message?? && message.type == "success"><#global title = message.summary + " · " + title></#if>
<#assign noMatch = page.search?has_content && !page.rows?has_content>
<#if noMatch><#global title = say.literal("orgSwitcherManageNoMatch", page.search) + " · " + title></#if>

<#-- The page names the account itself. -->
<#function never><#return false></#function>
<#if auth??>
    <#global auth = auth + {"showUsername": never}>
</#if>

<#assign error = "">
<#list ["manage", "approve", "deny", "forget", "appoint", "dismiss", "resend", "withdraw", "check", "affiliate", "mail", "prove", "remove"] + page.settings?map(setting -> setting.field()) as field>
    <#if error == "" && messagesPerField.existsError(field)><#assign error = field></#if>
</#list>

<#-- What was typed to prove a domain by mail is refused at its field, where that is shown. -->
<#assign mailError = messagesPerField.existsError("email", "code") && page.rows?filter(row -> row.byMail?? && row.byMail.pressed())?has_content>

<#assign addError = page.adding?? && messagesPerField.existsError(page.adding.field())>

<#-- A form beside the others: none of them nests, and Enter in a field presses its own form's button. -->
<#macro post id>
    <form id="${id}" action="${page.action!url.loginAction}" method="post"<#if id == "org-switcher-manage"> class="org-switcher-form" novalidate</#if>>
        <#if page.token??><input type="hidden" name="token" value="${page.token}"></#if>
        <#nested>
    </form>
</#macro>

<#macro views>
    <nav class="org-switcher-views" aria-label="${heading}">
        <#list page.views as view>
            <button type="submit" form="org-switcher-views" name="view" value="${view.id()}" id="org-switcher-view-${view.id()}"
                    class="org-switcher-link"<#if view.current()> aria-current="page"</#if>>${msg(view.label())}</button>
        </#list>
    </nav>
</#macro>

<#macro search>
    <div class="org-switcher-search">
        <label class="org-switcher-hidden" for="org-switcher-search">${msg("orgSwitcherSearchSubmit")}</label>
        <div class="org-switcher-line">
            <input type="search" class="org-switcher-input" id="org-switcher-search" name="search" maxlength="100"
                   form="org-switcher-filter" value="${page.search}" placeholder="${msg("orgSwitcherSearchSubmit")}" autocomplete="off" dir="auto">
            <button type="submit" form="org-switcher-filter" id="org-switcher-search-submit"
                    class="${properties.kcButtonClass!} ${properties.kcButtonSecondaryClass!"pf-m-secondary"}">${msg("orgSwitcherSearchSubmit")}</button>
        </div>
        <#if page.search?has_content>
            <button type="submit" form="org-switcher-views" name="view" value="${page.view}" id="org-switcher-search-clear"
                    class="org-switcher-link">${msg("orgSwitcherSearchClear")}</button>
        </#if>
    </div>
</#macro>

<#macro hidden>
    <input type="hidden" name="view" value="${page.view}">
    <input type="hidden" name="first" value="${page.first?c}">
    <#if page.search?has_content><input type="hidden" name="search" value="${page.search}"></#if>
</#macro>

<#-- One of the two fields of the proof by mail, in a form of its own. -->
<#macro byMail row index field button label press value more>
    <#assign form = "org-switcher-by-" + button + "-" + index>
    <#assign id = "org-switcher-" + field + "-" + row.id>
    <#assign refused = row.byMail.pressed() && messagesPerField.existsError(field)>
    <label class="org-switcher-label" for="${id}"><@say.around label row.name/></label>
    <div class="org-switcher-line">
        <input class="org-switcher-input" id="${id}" name="${field}" form="${form}" value="${value}" ${more?no_esc}
               autocapitalize="off" spellcheck="false" dir="ltr"<#if refused> aria-invalid="true" aria-describedby="${id}-error" autofocus</#if>>
        <button type="submit" name="${button}" value="${row.id}" form="${form}" id="org-switcher-${button}-${row.id}"
                aria-labelledby="org-switcher-${button}-${row.id} org-switcher-name-${row.id}"
                class="${properties.kcButtonClass!} ${properties.kcButtonSecondaryClass!"pf-m-secondary"}">${msg(press)}</button>
    </div>
    <#if refused><div class="org-switcher-error" id="${id}-error" role="alert">${messagesPerField.get(field)}</div></#if>
</#macro>

<#macro rows>
    <ul class="org-switcher-list" role="list" aria-labelledby="org-switcher-view-${page.view}">
        <#list page.rows as row>
            <li class="org-switcher-row" id="org-switcher-row-${row.id}">
                <span class="org-switcher-text">
                    <span class="org-switcher-name" id="org-switcher-name-${row.id}" title="${row.title}" dir="auto">${row.name}</span>
                    <#if row.account?has_content><span class="org-switcher-note"><bdi>${row.account}</bdi></span></#if>
                    <#if row.note??><span class="org-switcher-note"><@say.domain row.note.key() row.note.shown() row.note.date()/></span></#if>
                    <#if row.joinMode??><span class="org-switcher-note">${msg("orgSwitcherLabelled", msg("orgSwitcherPolicy_joinMode"), msg("orgSwitcherPolicyOption_joinMode_" + row.joinMode))}</span></#if>
                </span>
                <#if row.presses?has_content>
                    <span class="org-switcher-answers">
                        <#list row.presses as press>
                            <#if press.confirmed()><details class="org-switcher-confirm"><summary aria-describedby="org-switcher-name-${row.id}">${msg(press.label())} …</summary></#if>
                            <button type="submit" name="${press.field()}" value="${row.id}" id="org-switcher-${press.field()}-${row.id}"
                                    class="<#if press.primary()>${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!"pf-m-primary"}<#else>org-switcher-link</#if>"
                                    aria-label="${say.literal(press.named(), row.name)}">${msg(press.label())}</button>
                            <#if press.confirmed()></details></#if>
                        </#list>
                    </span>
                </#if>
                <#if row.record??>
                    <details class="org-switcher-record">
                        <summary aria-describedby="org-switcher-name-${row.id}">${msg("orgSwitcherManageByDns")}</summary>
                        <div class="org-switcher-note">${msg("orgSwitcherManagePublish")}</div>
                        <code dir="ltr">${row.record.name()}</code>
                        <code dir="ltr">${row.record.value()}</code>
                    </details>
                </#if>
                <#if row.byMail??>
                    <details class="org-switcher-by-mail"<#if row.byMail.sent() || row.byMail.pressed()> open</#if>>
                        <summary aria-describedby="org-switcher-name-${row.id}">${msg("orgSwitcherManageByMail")}</summary>
                        <@byMail row row?index "email" "mail" "orgSwitcherManageMailTo" "orgSwitcherManageMailCode" row.byMail.typed()
                                 'type="text" inputmode="email" maxlength="255" autocomplete="off"'/>
                        <#if row.byMail.sent()>
                            <@byMail row row?index "code" "prove" "orgSwitcherManageCode" "orgSwitcherManageProve" ""
                                     'type="text" inputmode="numeric" maxlength="20" autocomplete="one-time-code"'/>
                        </#if>
                    </details>
                </#if>
            </li>
        </#list>
    </ul>
</#macro>

<#macro addition>
    <@post "org-switcher-adding">
        <input type="hidden" name="view" value="${page.view}">
        <div class="org-switcher-group">
            <label class="org-switcher-label" for="org-switcher-${page.adding.field()}">${msg(page.adding.label())}</label>
            <div class="org-switcher-line">
                <input type="text" class="org-switcher-input" id="org-switcher-${page.adding.field()}" name="${page.adding.field()}" value="${page.typed}"
                       maxlength="255" autocomplete="off" autocapitalize="off" spellcheck="false" dir="ltr"
                       <#if addError>aria-invalid="true" aria-describedby="org-switcher-add-error" autofocus</#if>>
                <button type="submit" name="${page.adding.button()}" value="true" id="org-switcher-${page.adding.button()}"
                        class="${properties.kcButtonClass!} ${properties.kcButtonSecondaryClass!"pf-m-secondary"}">${msg(page.adding.press())}</button>
            </div>
            <#if addError>
                <div class="org-switcher-error" id="org-switcher-add-error" role="alert">${messagesPerField.get(page.adding.field())}</div>
            </#if>
        </div>
    </@post>
</#macro>

<#macro settings>
    <#list page.settings as setting>
        <#assign id = "org-switcher-" + setting.field()>
        <#assign fixed = setting.declared()?then("org-switcher-declared-" + setting.field(), "")>
        <#-- What it said then, so that saving changes nothing that somebody else has changed meanwhile. -->
        <#if fixed == ""><input type="hidden" name="was-${setting.field()}" value="${setting.was()}"></#if>
        <div class="org-switcher-group">
            <#if setting.options()?has_content>
                <label class="org-switcher-label" for="${id}">${msg("orgSwitcherPolicy_" + setting.field())}</label>
                <select class="org-switcher-input" id="${id}" name="${setting.field()}"<#if fixed != ""> disabled aria-describedby="${fixed}"<#elseif error == setting.field()> aria-invalid="true" aria-describedby="org-switcher-error"</#if>>
                    <#list setting.options() as option>
                        <option value="${option}"<#if option == setting.value()> selected</#if>>${msg("orgSwitcherPolicyOption_" + setting.field() + "_" + option)}</option>
                    </#list>
                </select>
            <#else>
                <label class="org-switcher-check" for="${id}">
                    <input type="checkbox" id="${id}" name="${setting.field()}" value="true"<#if setting.value() == "true"> checked</#if><#if fixed != ""> disabled aria-describedby="${fixed}"<#elseif error == setting.field()> aria-invalid="true" aria-describedby="org-switcher-error"</#if>>
                    <span>${msg("orgSwitcherPolicyCheck_" + setting.field())}</span>
                </label>
            </#if>
            <#if fixed != ""><div class="org-switcher-note" id="${fixed}">${msg("orgSwitcherManageDeclaredSetting")}</div></#if>
        </div>
    </#list>
    <button type="submit" name="save" value="true" id="org-switcher-save"
            class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!"pf-m-primary"}">${msg("orgSwitcherManageSave")}</button>
</#macro>

<#macro turn to id label>
    <button type="submit" form="org-switcher-filter" name="first" value="${to?c}" id="org-switcher-${id}" class="org-switcher-link">${msg(label)}</button>
</#macro>

<@layout.registrationLayout displayMessage=(error == "" && !addError && !mailError); section>
    <#if section = "header">
        <span lang="${msg("orgSwitcherLanguage")}" dir="${msg("orgSwitcherDirection")}"><@say.around "orgSwitcherManageNamed" page.organization/></span>
    <#elseif section = "form">
        <link rel="stylesheet" href="${url.resourcesPath}/css/org-switcher.css">
        <div class="org-switcher" lang="${msg("orgSwitcherLanguage")}" dir="${msg("orgSwitcherDirection")}">
            <div class="org-switcher-account">
                <span><@say.around "orgSwitcherSignedInAs" page.account/></span>
                <#if page.logout??><a id="org-switcher-logout" href="${page.logout}">${msg("orgSwitcherRestart")}</a></#if>
                <#if page.back??><a id="org-switcher-account" href="${page.back}">${msg("orgSwitcherMemberships")}</a></#if>
            </div>
            <#if error != "">
                <div id="org-switcher-error" role="alert" class="alert-error ${properties.kcAlertClass!} pf-m-danger">
                    <div class="${properties.kcAlertIconClass!"pf-c-alert__icon"}"><span class="${properties.kcFeedbackErrorIcon!}" aria-hidden="true"></span></div>
                    <span class="${properties.kcAlertTitleClass!} kc-feedback-text">${messagesPerField.get(error)}</span>
                </div>
            </#if>
            <@post "org-switcher-views"></@post>
            <@post "org-switcher-filter">
                <input type="hidden" name="view" value="${page.view}">
                <#if !page.searchable><input type="hidden" name="search" value=""></#if>
            </@post>
            <@views/>
            <#if page.adding??><@addition/></#if>
            <#list page.rows as row>
                <#if row.byMail??>
                    <#list ["mail", "prove"] as button><@post "org-switcher-by-" + button + "-" + row?index><@hidden/></@post></#list>
                </#if>
            </#list>
            <@post "org-switcher-manage">
                <@hidden/>
                <div class="org-switcher-group">
                    <#if page.searchable><@search/></#if>
                    <#if page.rows?has_content>
                        <@rows/>
                    <#elseif page.settings?has_content>
                        <@settings/>
                    <#else>
                        <div class="org-switcher-note">
                            <#if noMatch><@say.around "orgSwitcherManageNoMatch" page.search/><#else>${msg(page.empty)}</#if>
                        </div>
                    </#if>
                    <#if page.previous?? || page.next??>
                        <div class="org-switcher-way-out">
                            <#if page.previous??><@turn page.previous "previous" "orgSwitcherManagePrevious"/></#if>
                            <#if page.next??><@turn page.next "next" "orgSwitcherManageNext"/></#if>
                        </div>
                    </#if>
                </div>
                <#if !page.action??>
                    <div class="org-switcher-way-out">
                        <button type="submit" name="done" value="true" id="org-switcher-done" class="org-switcher-link">${msg("orgSwitcherAccountDone")}</button>
                    </div>
                </#if>
            </@post>
        </div>
    </#if>
</@layout.registrationLayout>
