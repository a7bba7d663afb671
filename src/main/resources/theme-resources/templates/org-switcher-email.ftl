<#-- Sign-in by email: asks for the address, then for what the mail carries. Imports nothing but the layout and sentences. -->
<#import "template.ftl" as layout>
<#import "org-switcher-sentences.ftl" as say>

<#assign titleKey = emailSignIn.atStake?then("orgSwitcherEmailStakeTitle",
                    emailSignIn.sent?then("orgSwitcherEmailSentTitle", "orgSwitcherEmailTitle"))>
<#global title = msg(titleKey) + " · " + title!>

<#-- A refusal stands beside its field; one whose field is not on the page stands above the form. -->
<#assign emailField = !emailSignIn.sent && !emailSignIn.known>
<#assign emailError = messagesPerField.existsError("email")>
<#assign codeError = messagesPerField.existsError("code")>

<#macro button name value key primary=true>
    <button type="submit"<#if name != ""> name="${name}" value="${value}"</#if> id="org-switcher-email-${(name == "")?then("submit", name)}"
            class="${properties.kcButtonClass!} ${primary?then(properties.kcButtonPrimaryClass!"pf-m-primary", properties.kcButtonSecondaryClass!"pf-m-secondary")} ${properties.kcButtonBlockClass!}">${msg(key)}</button>
</#macro>

<#macro alert text>
    <div id="org-switcher-email-alert" role="alert" class="alert-error ${properties.kcAlertClass!} pf-m-danger">
        <div class="${properties.kcAlertIconClass!"pf-c-alert__icon"}"><span class="${properties.kcFeedbackErrorIcon!}" aria-hidden="true"></span></div>
        <span class="${properties.kcAlertTitleClass!} kc-feedback-text">${text}</span>
    </div>
</#macro>

<#macro address>
    <form id="org-switcher-email" class="org-switcher-form" action="${url.loginAction}" method="post" novalidate>
        <div class="org-switcher-group">
            <#if emailSignIn.known>
                <div class="org-switcher-intro">${msg("orgSwitcherEmailKnown")}</div>
                <input type="hidden" name="email" value="">
            <#else>
                <label class="org-switcher-label" for="org-switcher-email-address">${msg("orgSwitcherEmailAddress")}</label>
                <input type="email" class="org-switcher-input" id="org-switcher-email-address" name="email" value="${emailSignIn.email}"
                       maxlength="254" autocomplete="<#if enableWebAuthnConditionalUI?has_content>username webauthn<#else>email</#if>" inputmode="email" spellcheck="false" autocapitalize="none" dir="ltr" autofocus
                       <#if emailError>aria-invalid="true" aria-describedby="org-switcher-email-error"</#if>>
                <#if emailError>
                    <div class="org-switcher-error" id="org-switcher-email-error" role="alert">${messagesPerField.get("email")}</div>
                </#if>
                <#if emailSignIn.rememberMe>
                    <label class="org-switcher-check" for="rememberMe">
                        <input type="checkbox" id="rememberMe" name="rememberMe" value="on"<#if emailSignIn.remembered> checked</#if>>
                        <span>${msg("rememberMe")}</span>
                    </label>
                </#if>
            </#if>
            <@button name="" value="" key="orgSwitcherEmailSend"/>
        </div>
    </form>
</#macro>

<#macro sent>
    <#assign sentences = [emailSignIn.address?has_content?then(msg("orgSwitcherEmailSent", "\n"), msg("orgSwitcherEmailSentKnown"))]>
    <#-- One that has had its use tells nothing more. -->
    <#if !emailSignIn.usedElsewhere>
        <#assign use = emailSignIn.code?then(emailSignIn.link?then("orgSwitcherEmailUseBoth", "orgSwitcherEmailUseCode"), "orgSwitcherEmailUseLink")>
        <#assign sentences = sentences + [msg(use), msg("orgSwitcherEmailMinutes", emailSignIn.minutes)]>
    </#if>
    <#-- An ideographic full stop has its room in itself. -->
    <div class="org-switcher-intro" id="org-switcher-email-sent">
        <#list sentences as sentence><@say.cut sentence emailSignIn.address/><#if sentence?has_next && !sentence?ends_with("。")> </#if></#list>
    </div>
    <#if emailSignIn.usedElsewhere>
        <div class="org-switcher-notice" id="org-switcher-email-elsewhere" role="status">${msg("orgSwitcherEmailElsewhere")}</div>
    <#elseif emailSignIn.code>
        <form id="org-switcher-email" class="org-switcher-form" action="${url.loginAction}" method="post" novalidate>
            <div class="org-switcher-group">
                <label class="org-switcher-label" for="org-switcher-email-code">${msg("orgSwitcherEmailCode")}</label>
                <input type="text" class="org-switcher-input org-switcher-code" id="org-switcher-email-code" name="code" value=""
                       maxlength="12" autocomplete="one-time-code" inputmode="numeric" autofocus dir="ltr"
                       <#if codeError>aria-invalid="true" aria-describedby="org-switcher-email-code-error"</#if>>
                <#if codeError>
                    <div class="org-switcher-error" id="org-switcher-email-code-error" role="alert">${messagesPerField.get("code")}</div>
                </#if>
                <@button name="" value="" key="orgSwitcherEmailContinue"/>
            </div>
        </form>
    </#if>
    <form class="org-switcher-way-out" id="org-switcher-email-sent-ways" action="${url.loginAction}" method="post"
          <#if !emailSignIn.usedElsewhere>data-mail="${emailSignIn.mailId}" data-refresh="${emailSignIn.refresh}" data-used="${emailSignIn.used}"</#if>>
        <#-- The script counts down; without one, drawing the page anew does. -->
        <button type="submit" name="resend" value="true" id="org-switcher-email-resend" class="org-switcher-link"
                <#if emailSignIn.wait gt 0>disabled data-wait="${emailSignIn.wait?c}" data-waiting="${msg("orgSwitcherEmailResendIn", "\n")}" data-ready="${msg("orgSwitcherEmailResend")}"</#if>><#if emailSignIn.wait gt 0>${msg("orgSwitcherEmailResendIn", emailSignIn.wait)}<#else>${msg("orgSwitcherEmailResend")}</#if></button>
        <noscript><a id="org-switcher-email-refresh" class="org-switcher-link" href="${emailSignIn.refresh}">${msg("orgSwitcherCheckAgain")}</a></noscript>
        <#if !emailSignIn.known>
            <button type="submit" name="change" value="true" id="org-switcher-email-change" class="org-switcher-link">${msg("orgSwitcherEmailChange")}</button>
        </#if>
    </form>
</#macro>

<#-- The address is proven; what comes next takes it off an older account. -->
<#macro stake>
    <div class="org-switcher-intro" id="org-switcher-email-stake">${msg("orgSwitcherEmailStake")}</div>
    <div class="org-switcher-intro">${msg(emailSignIn.linking?then("orgSwitcherEmailStakeOlderLinking", "orgSwitcherEmailStakeOlder"))}</div>
    <form class="org-switcher-form" action="${url.loginAction}" method="post">
        <div class="org-switcher-group">
            <#if emailSignIn.linking>
                <a id="org-switcher-email-again" href="${url.loginRestartFlowUrl}"
                   class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!"pf-m-primary"} ${properties.kcButtonBlockClass!}">${msg("orgSwitcherEmailStakeAgain")}</a>
            <#else>
                <@button name="older" value="true" key="orgSwitcherEmailStakeAgain"/>
            </#if>
        </div>
        <div class="org-switcher-group">
            <div class="org-switcher-intro">${msg("orgSwitcherEmailStakeNewer")}</div>
            <@button name="fresh" value="true" key="orgSwitcherEmailStakeFresh" primary=false/>
        </div>
    </form>
</#macro>

<#-- Keycloak's "Try another way" needs scripts; here is the same without. -->
<#macro otherWays>
    <#if auth?? && auth.showTryAnotherWayLink()>
        <noscript>
            <style>#kc-select-try-another-way-form { display: none; }</style>
            <form class="org-switcher-group" action="${url.loginAction}" method="post">
                <#list auth.authenticationSelections as way>
                    <#if way.authExecId != execution>
                        <button type="submit" name="authenticationExecution" value="${way.authExecId}"
                                class="${properties.kcButtonClass!} ${properties.kcButtonSecondaryClass!"pf-m-secondary"} ${properties.kcButtonBlockClass!}">${msg(way.displayName)}</button>
                    </#if>
                </#list>
            </form>
        </noscript>
    </#if>
</#macro>

<#macro providers>
    <#if social?? && social.providers?has_content>
        <div class="org-switcher-group" id="org-switcher-email-providers">
            <div class="org-switcher-note org-switcher-or" id="org-switcher-email-or">${msg("orgSwitcherEmailOr")}</div>
            <ul class="org-switcher-list" role="list" aria-labelledby="org-switcher-email-or">
                <#list social.providers as provider>
                    <li>
                        <a id="social-${provider.alias}" href="${provider.loginUrl}"
                           class="${properties.kcButtonClass!} ${properties.kcButtonSecondaryClass!"pf-m-secondary"} ${properties.kcButtonBlockClass!}"><#if provider.iconClasses?has_content><span class="${provider.iconClasses}" aria-hidden="true"></span> </#if>${provider.displayName!provider.alias}</a>
                    </li>
                </#list>
            </ul>
        </div>
    </#if>
</#macro>

<#-- Keycloak's own button and script, which every theme has from the base theme. -->
<#macro passkey>
    <#if enableWebAuthnConditionalUI?has_content>
        <#import "passkeys.ftl" as passkeys>
        <div class="org-switcher-group" id="org-switcher-email-passkey"><@passkeys.conditionalUIData/></div>
    </#if>
</#macro>

<@layout.registrationLayout displayMessage=(!emailError && !codeError); section>
    <#if section = "header">
        <span lang="${msg("orgSwitcherLanguage")}" dir="${msg("orgSwitcherDirection")}">${msg(titleKey)}</span>
    <#elseif section = "form">
        <link rel="stylesheet" href="${url.resourcesPath}/css/org-switcher.css">
        <div class="org-switcher org-switcher-form org-switcher-email" lang="${msg("orgSwitcherLanguage")}" dir="${msg("orgSwitcherDirection")}">
            <#if emailSignIn.tooSoon>
                <div id="org-switcher-email-alert" class="org-switcher-notice" role="status">${messagesPerField.get("email")}</div>
            <#elseif emailError && !emailField>
                <@alert text=messagesPerField.get("email")/>
            <#elseif codeError && !(emailSignIn.sent && emailSignIn.code)>
                <@alert text=messagesPerField.get("code")/>
            </#if>
            <#if emailSignIn.atStake>
                <@stake/>
            <#else>
                <#if emailSignIn.sent><@sent/><script type="module" src="${url.resourcesPath}/js/org-switcher-email.js"></script><#else><@address/></#if>
                <@providers/>
                <@passkey/>
                <@otherWays/>
            </#if>
        </div>
    </#if>
</@layout.registrationLayout>
