<#-- A link that was opened in another browser than the one that asked for it: one press, which no mail scanner makes. -->
<#import "template.ftl" as layout>
<#import "org-switcher-sentences.ftl" as say>

<#global title = msg("orgSwitcherEmailLinkTitle") + " · " + title!>

<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        <span lang="${msg("orgSwitcherLanguage")}" dir="${msg("orgSwitcherDirection")}">${msg("orgSwitcherEmailLinkTitle")}</span>
    <#elseif section = "form">
        <link rel="stylesheet" href="${url.resourcesPath}/css/org-switcher.css">
        <div class="org-switcher" lang="${msg("orgSwitcherLanguage")}" dir="${msg("orgSwitcherDirection")}">
            <div class="org-switcher-intro" id="org-switcher-email-who">
                <@say.around "orgSwitcherEmailLinkWho" emailLink.address/>
            </div>
            <form id="org-switcher-email-link" class="org-switcher-form" action="${url.loginAction}" method="post">
                <input type="hidden" name="key" value="${emailLink.key}">
                <button type="submit" id="org-switcher-email-confirm" aria-describedby="org-switcher-email-who"
                        class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!"pf-m-primary"} ${properties.kcButtonBlockClass!}">${msg("orgSwitcherEmailLinkConfirm")}</button>
                <div class="org-switcher-note">${msg("orgSwitcherEmailLinkNotYou")}</div>
            </form>
        </div>
    </#if>
</@layout.registrationLayout>
